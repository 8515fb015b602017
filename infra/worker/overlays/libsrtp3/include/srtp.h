// The part of the libsrtp 3 API that mediasoup's worker uses, on top of libsrtp 2
// (Debian has no libsrtp 3; ../../../libsrtp.ts builds its libsrtp 2 against OpenSSL).
#pragma once

// libsrtp 2's srtp_policy_t is a struct, libsrtp 3's an opaque pointer.
#define srtp_policy_t srtp2_policy_t
#include <srtp2/srtp.h>
#undef srtp_policy_t

#include <climits>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

// Codes that libsrtp 2 lacks (its last is srtp_err_status_pkt_idx_adv, 27).
static constexpr srtp_err_status_t srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
static constexpr srtp_err_status_t srtp_err_status_cryptex_err  = static_cast<srtp_err_status_t>(29);

struct srtp3_policy
{
	srtp2_policy_t v2;
	unsigned char key[SRTP_MAX_KEY_LEN];
};

using srtp_policy_t = srtp3_policy*;

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* policy)
{
	*policy = new (std::nothrow) srtp3_policy{};

	return *policy ? srtp_err_status_ok : srtp_err_status_alloc_fail;
}

inline void srtp_policy_destroy(srtp_policy_t policy)
{
	if (policy)
	{
		// Do not leave the master key in freed memory.
		volatile unsigned char* p = policy->key;

		for (size_t i = 0; i < sizeof(policy->key); ++i)
		{
			p[i] = 0;
		}

		delete policy;
	}
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t policy, srtp_ssrc_t ssrc)
{
	policy->v2.ssrc = ssrc;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t policy, srtp_profile_t profile)
{
	const auto err = srtp_crypto_policy_set_from_profile_for_rtp(&policy->v2.rtp, profile);

	return err ? err : srtp_crypto_policy_set_from_profile_for_rtcp(&policy->v2.rtcp, profile);
}

inline srtp_err_status_t srtp_policy_add_key(
  srtp_policy_t policy,
  const uint8_t* key,
  size_t keyLen,
  const uint8_t* salt,
  size_t saltLen,
  const uint8_t* /*mki*/,
  size_t mkiLen)
{
	if (mkiLen != 0 || keyLen > sizeof(policy->key) || saltLen > sizeof(policy->key) - keyLen)
	{
		return srtp_err_status_bad_param;
	}

	std::memcpy(policy->key, key, keyLen);
	std::memcpy(policy->key + keyLen, salt, saltLen);
	policy->v2.key = policy->key;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t policy, bool allow)
{
	policy->v2.allow_repeat_tx = allow ? 1 : 0;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t policy, size_t size)
{
	policy->v2.window_size = size;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t policy)
{
	return srtp_create(session, static_cast<const srtp2_policy_t*>(&policy->v2));
}

inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc)
{
	// Both take the SSRC in network byte order.
	return srtp_remove_stream(session, ssrc);
}

namespace srtp3_detail
{
	using Fn = srtp_err_status_t (*)(srtp_t, void*, int*);

	// libsrtp 2 works in place: copy, then run it on the copy.
	inline srtp_err_status_t run(
	  Fn fn, srtp_t ctx, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen, size_t room)
	{
		if (inLen > INT_MAX - room)
		{
			return srtp_err_status_bad_param;
		}

		if (*outLen < inLen + room)
		{
			return srtp_err_status_buffer_small;
		}

		if (out != in)
		{
			std::memmove(out, in, inLen);
		}

		int len        = static_cast<int>(inLen);
		const auto err = fn(ctx, out, &len);

		if (err == srtp_err_status_ok)
		{
			*outLen = static_cast<size_t>(len);
		}

		return err;
	}
} // namespace srtp3_detail

inline srtp_err_status_t srtp_protect(
  srtp_t ctx, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen, size_t /*mkiIndex*/)
{
	return srtp3_detail::run(
	  static_cast<srtp3_detail::Fn>(srtp_protect), ctx, in, inLen, out, outLen, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t ctx, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen, size_t /*mkiIndex*/)
{
	return srtp3_detail::run(
	  static_cast<srtp3_detail::Fn>(srtp_protect_rtcp),
	  ctx,
	  in,
	  inLen,
	  out,
	  outLen,
	  SRTP_MAX_TRAILER_LEN + sizeof(uint32_t));
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t ctx, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen)
{
	return srtp3_detail::run(
	  static_cast<srtp3_detail::Fn>(srtp_unprotect), ctx, in, inLen, out, outLen, 0);
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t ctx, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen)
{
	return srtp3_detail::run(
	  static_cast<srtp3_detail::Fn>(srtp_unprotect_rtcp), ctx, in, inLen, out, outLen, 0);
}
