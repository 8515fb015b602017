// Stand-in for ankerl::unordered_dense 4, which no Debian package ships: the members that
// the worker uses, with that library's order (insertion order; erasing moves the last item
// into the gap), on top of std::vector and std::unordered_map.
#pragma once
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ankerl::unordered_dense
{
	template<typename T>
	using hash = std::hash<T>;

	namespace detail
	{
		template<typename K, typename T, typename H, typename E>
		class table
		{
			static constexpr bool IsMap = !std::is_void_v<T>;

		public:
			using key_type       = K;
			using value_type     = typename std::conditional_t<IsMap, std::type_identity<std::pair<K, T>>, std::type_identity<K>>::type;
			using size_type      = size_t;
			using container_type = std::vector<value_type>;
			using const_iterator = typename container_type::const_iterator;
			using iterator       = std::conditional_t<IsMap, typename container_type::iterator, const_iterator>;

			table() = default;
			table(std::initializer_list<value_type> list)
			{
				for (const auto& value : list)
				{
					insert(value);
				}
			}

			iterator begin() { return this->items.begin(); }
			iterator end() { return this->items.end(); }
			const_iterator begin() const { return this->items.begin(); }
			const_iterator end() const { return this->items.end(); }
			const_iterator cbegin() const { return this->items.begin(); }
			const_iterator cend() const { return this->items.end(); }
			bool empty() const { return this->items.empty(); }
			size_t size() const { return this->items.size(); }

			void clear()
			{
				this->items.clear();
				this->index.clear();
			}

			void reserve(size_t count)
			{
				this->items.reserve(count);
				this->index.reserve(count);
			}

			iterator find(const K& key)
			{
				const auto it = this->index.find(key);

				return it == this->index.end() ? end() : begin() + it->second;
			}

			const_iterator find(const K& key) const
			{
				const auto it = this->index.find(key);

				return it == this->index.end() ? end() : begin() + it->second;
			}

			bool contains(const K& key) const { return this->index.find(key) != this->index.end(); }
			size_t count(const K& key) const { return contains(key) ? 1 : 0; }

			std::pair<iterator, bool> insert(const value_type& value) { return add(value); }
			std::pair<iterator, bool> insert(value_type&& value) { return add(std::move(value)); }

			template<typename... Args>
			std::pair<iterator, bool> emplace(Args&&... args)
			{
				return add(value_type(std::forward<Args>(args)...));
			}

			template<typename... Args>
			std::pair<iterator, bool> try_emplace(const K& key, Args&&... args)
			    requires IsMap
			{
				const auto [it, inserted] = this->index.try_emplace(key, this->items.size());

				if (inserted)
				{
					try
					{
						this->items.emplace_back(
						  std::piecewise_construct,
						  std::forward_as_tuple(key),
						  std::forward_as_tuple(std::forward<Args>(args)...));
					}
					catch (...)
					{
						this->index.erase(it);
						throw;
					}
				}

				return { begin() + it->second, inserted };
			}

			template<typename M>
			std::pair<iterator, bool> insert_or_assign(const K& key, M&& value)
			    requires IsMap
			{
				auto result = try_emplace(key, std::forward<M>(value));

				if (!result.second)
				{
					result.first->second = std::forward<M>(value);
				}

				return result;
			}

			template<typename Q = T>
			    requires IsMap
			Q& operator[](const K& key)
			{
				return try_emplace(key).first->second;
			}

			template<typename Q = T>
			    requires IsMap
			Q& at(const K& key)
			{
				return this->items[this->index.at(key)].second;
			}

			template<typename Q = T>
			    requires IsMap
			const Q& at(const K& key) const
			{
				return this->items[this->index.at(key)].second;
			}

			// Returns the iterator to the item that took the erased one's place.
			iterator erase(const_iterator where)
			{
				const auto position = static_cast<size_t>(where - this->items.cbegin());
				const auto last     = this->items.size() - 1;

				this->index.erase(keyOf(this->items[position]));

				if (position != last)
				{
					this->index.find(keyOf(this->items[last]))->second = position;
					this->items[position] = std::move(this->items[last]);
				}

				this->items.pop_back();

				return begin() + position;
			}

			iterator erase(iterator where)
			    requires IsMap
			{
				return erase(const_iterator(where));
			}

			size_t erase(const K& key)
			{
				const auto it = find(key);

				if (it == end())
				{
					return 0;
				}

				erase(it);

				return 1;
			}

		private:
			static const K& keyOf(const value_type& value)
			{
				if constexpr (IsMap)
				{
					return value.first;
				}
				else
				{
					return value;
				}
			}

			template<typename V>
			std::pair<iterator, bool> add(V&& value)
			{
				const auto [it, inserted] = this->index.try_emplace(keyOf(value), this->items.size());

				if (inserted)
				{
					this->items.push_back(std::forward<V>(value));
				}

				return { begin() + it->second, inserted };
			}

			container_type items;
			std::unordered_map<K, size_t, H, E> index;
		};
	} // namespace detail

	template<typename K, typename T, typename H = hash<K>, typename E = std::equal_to<K>>
	using map = detail::table<K, T, H, E>;

	template<typename K, typename H = hash<K>, typename E = std::equal_to<K>>
	using set = detail::table<K, void, H, E>;
} // namespace ankerl::unordered_dense
