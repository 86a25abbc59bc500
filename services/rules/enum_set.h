#ifndef WAARBORG_SERVICES_RULES_ENUM_SET_H_
#define WAARBORG_SERVICES_RULES_ENUM_SET_H_

// A set of values of one small enum (numbers 0 to 63; plain enum or enum class, a proto's own enum included),
// kept as a mask of 64 bits: a literal type, so that tables of sets can be constexpr. A constant set that
// names a number outside the range does not compile; at run time it ends the process. Asking for such a
// number is fine: no set contains it.

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <type_traits>

#include "services/language/die.h"

namespace waarborg::rules {

template <class Enum>
class EnumSet final {
  static_assert(std::is_enum_v<Enum>);

 public:
  // Walks the values from low to high.
  class Iterator final {
   public:
    constexpr Enum operator*() const { return static_cast<Enum>(std::countr_zero(rest_)); }
    constexpr Iterator& operator++() {
      rest_ &= rest_ - 1;
      return *this;
    }
    constexpr bool operator==(const Iterator&) const = default;

   private:
    friend class EnumSet;
    explicit constexpr Iterator(std::uint64_t rest) : rest_(rest) {}
    std::uint64_t rest_;
  };

  constexpr EnumSet() = default;
  constexpr EnumSet(
      std::initializer_list<Enum> values) {  // NOLINT(google-explicit-constructor): {A, B} is a set
    for (const Enum value : values) {
      if (!InRange(value)) language::Die("an EnumSet holds the numbers 0 to 63 only");
      mask_ |= Bit(value);
    }
  }

  [[nodiscard]] constexpr bool Contains(Enum value) const {
    return InRange(value) && (mask_ & Bit(value)) != 0;
  }
  [[nodiscard]] constexpr bool ContainsAll(EnumSet other) const { return (other - *this).empty(); }
  [[nodiscard]] constexpr bool Intersects(EnumSet other) const { return !(*this & other).empty(); }
  [[nodiscard]] constexpr bool empty() const { return mask_ == 0; }
  [[nodiscard]] constexpr int size() const { return std::popcount(mask_); }
  [[nodiscard]] constexpr Iterator begin() const { return Iterator(mask_); }
  [[nodiscard]] constexpr Iterator end() const { return Iterator(0); }

  constexpr EnumSet& operator|=(EnumSet other) {
    mask_ |= other.mask_;
    return *this;
  }
  friend constexpr EnumSet operator|(EnumSet a, EnumSet b) { return FromMask(a.mask_ | b.mask_); }
  friend constexpr EnumSet operator&(EnumSet a, EnumSet b) { return FromMask(a.mask_ & b.mask_); }
  friend constexpr EnumSet operator-(EnumSet a, EnumSet b) { return FromMask(a.mask_ & ~b.mask_); }
  friend constexpr bool operator==(EnumSet a, EnumSet b) { return a.mask_ == b.mask_; }

 private:
  static constexpr bool InRange(Enum value) {
    return static_cast<std::int64_t>(value) >= 0 && static_cast<std::int64_t>(value) < 64;
  }
  static constexpr std::uint64_t Bit(Enum value) { return std::uint64_t{1} << static_cast<unsigned>(value); }
  static constexpr EnumSet FromMask(std::uint64_t mask) {
    EnumSet set;
    set.mask_ = mask;
    return set;
  }

  std::uint64_t mask_ = 0;
};

}  // namespace waarborg::rules

#endif  // WAARBORG_SERVICES_RULES_ENUM_SET_H_
