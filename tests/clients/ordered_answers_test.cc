#include "clients/cli/evaluate/ordered_answers.h"

#include <future>
#include <sstream>

#include "gtest/gtest.h"

namespace waarborg::cli {
namespace {

TEST(OrderedAnswersTest, AnswersLeaveInTheOrderOfTheirQuestions) {
  std::ostringstream out;
  OrderedAnswers answers(out, 3);
  const std::uint64_t a = answers.Open();
  const std::uint64_t b = answers.Open();
  const std::uint64_t c = answers.Open();
  answers.Fill(c, "c");
  answers.Fill(b, "b");
  EXPECT_EQ(out.str(), "");
  answers.Fill(a, "a");
  answers.Drain();
  EXPECT_EQ(out.str(), "abc");
}

TEST(OrderedAnswersTest, ANewPlaceWaitsUntilTheFirstIsFilled) {
  std::ostringstream out;
  OrderedAnswers answers(out, 1);
  const std::uint64_t first = answers.Open();
  std::future<std::uint64_t> second = std::async(std::launch::async, [&answers] { return answers.Open(); });
  answers.Fill(first, "1");
  answers.Fill(second.get(), "2");
  answers.Drain();
  EXPECT_EQ(out.str(), "12");
}

TEST(OrderedAnswersTest, TellsWhenNobodyReadsAnyMore) {
  std::ostringstream out;
  OrderedAnswers answers(out, 3);
  answers.Fill(answers.Open(), "1");
  EXPECT_FALSE(answers.Broken());
  out.setstate(std::ios::badbit);
  answers.Fill(answers.Open(), "2");
  EXPECT_TRUE(answers.Broken());
  answers.Drain();
  EXPECT_EQ(out.str(), "1");
}

}  // namespace
}  // namespace waarborg::cli
