#!/usr/bin/env bash
# Makes infra/compose/.env: the host name, the public address, and secrets of this installation. What is there stays.
set -euo pipefail
umask 077
domain=${1:?which host name? For example: $0 hop.diemcau.example 203.0.113.7}
address=${2:?which public IPv4 address? For example: $0 hop.diemcau.example 203.0.113.7}
file=$(dirname "$0")/.env
[[ ! -e $file ]] || { echo "✗ $file is there already: edit it" >&2; exit 1; }

# Letters only, 188 bits: nats.conf would take a value with digits in front for a number, and a URL needs no escapes.
secret() {
  local letters
  letters=$(LC_ALL=C tr -dc 'a-z' < <(head -c 4096 /dev/urandom))
  printf %s "${letters:0:40}"
}

{
  echo "DOMAIN=$domain"
  echo "ADDRESS=$address"
  echo '# smtps://user:password@mail.example:465, smtp://… on port 587; empty: mails are kept and read in the console'
  echo "SMTP_URL="
  echo "MAIL_FROM='Điểm Cầu <khong-tra-loi@$domain>'"
  for name in ACCESS_TOKEN_SECRET TICKET_SECRET SECRETS_KEY DATABASE_PASSWORD NATS_PASSWORD TURN_SECRET; do
    echo "$name=$(secret)"
  done
} >"$file"
echo "✓ $file"
