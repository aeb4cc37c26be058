# Reads the reports of the test runs: what failed, what was skipped, what never ran. Needs say.sh.
# Works with the tools of macOS and of Git for Windows too.
# shellcheck shell=bash

# The tag of tests that run on this system alone; those of others are excluded in pom.xml. What runs on
# all but Windows has the tag `posix`.
this_system() {
  case $(uname -s) in
    Linux) printf 'linux' ;;
    Darwin) printf 'mac' ;;
    *) printf 'windows' ;;
  esac
}

reports_of() { find "$1/target/surefire-reports" -name 'TEST-*.xml' 2>/dev/null || true; }

clear_reports() {
  local module
  for module in "$@"; do rm -rf -- "$module/target/surefire-reports"; done
}

# The tests, failures with errors, and skipped ones of the given reports, as three numbers.
count_tests() {
  local file
  while read -r file; do grep -m 1 '<testsuite ' "$file" || true; done | awk '
    function number(name) {
      return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3) + 0 : 0
    }
    { all += number("tests"); bad += number("failures") + number("errors"); off += number("skipped") }
    END { print all + 0, bad + 0, off + 0 }'
}

# One line for each test of the given reports that failed or was skipped, with its first words.
name_tests() {
  local file
  while read -r file; do
    awk '
      function attribute(name) {
        return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
      }
      function plain(text) {
        while (sub(/^(&#(10|13|xa|xA|xd|xD);|[ \t])+/, "", text)) {}
        sub(/&#(10|xa|xA);.*/, "", text)
        gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "\047", text)
        gsub(/&amp;/, "\\&", text)
        return text
      }
      # What tests have written is no part of the report.
      cdata { if (index($0, "]]>")) cdata = 0; next }
      /^ *<testcase / { test = attribute("classname") "." attribute("name") }
      /^ *<(failure|error|skipped)[ >\/]/ {
        words = attribute("message")
        if (words == "") words = attribute("type")
        print (/^ *<skipped/ ? "skipped: " : "failed: ") plain(test) (words == "" ? "" : ": " plain(words))
      }
      # A section may begin in a line and end in a later one.
      { rest = $0; while (i = index(rest, "<![CDATA[")) {
          rest = substr(rest, i + 9)
          if (i = index(rest, "]]>")) rest = substr(rest, i + 3); else { cdata = 1; break }
        } }
    ' "$file"
  done
}

# How many test methods carry the tag of another system, on their class or on themselves.
count_for_other_systems() {
  local module
  for module in "$@"; do
    find "$module/src/test/java" -name '*.java' -exec grep -l '@Tag("' {} + 2>/dev/null || true
  done | while read -r file; do cat -- "$file"; done | awk -v here="$(this_system)" '
    /^package / { class = 0 }
    /^ *@Tag\("(linux|mac|windows|posix)"\)/ {
      if (index($0, "\"" here "\"") || (/posix/ && here != "windows")) next
      if (/^@/) class = 1; else if (!class) n++
    }
    /^ +@(Test|ParameterizedTest|RepeatedTest|TestFactory|FuzzTest)/ { if (class) n++ }
    END { print n + 0 }'
}

# Says what became of the tests of these modules, and fails unless every one that was to run has
# passed. $1 is `all`, or `some` where only tests that were asked for ran. The last line stands alone.
judge_reports() {
  local extent=$1 module reports='' missing=() numbers all bad off
  shift
  for module in "$@"; do
    if [ -z "$(reports_of "$module")" ]; then missing+=("$module"); fi
    reports=$reports$(reports_of "$module")$'\n'
  done
  reports=$(grep . <<<"$reports" || true)
  numbers=$([ -z "$reports" ] || count_tests <<<"$reports")
  read -r all bad off <<<"${numbers:-0 0 0}"
  printf '\n%s for other systems\n' "$(count_for_other_systems "$@")"
  [ "$extent" = some ] || [ ${#missing[@]} -eq 0 ] || printf 'no test ran in: %s\n' "${missing[*]}"
  [ -z "$reports" ] || name_tests <<<"$reports"
  printf '%s passed, %s failed, %s skipped\n' "$((all - bad - off))" "$bad" "$off"
  [ "$bad" -eq 0 ] && [ "$off" -eq 0 ] && [ "$all" -gt 0 ] && { [ "$extent" = some ] || [ ${#missing[@]} -eq 0 ]; }
}
