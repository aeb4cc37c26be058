# The first file that a program opens becomes its standard input where it was started without one: for
# java that is its own lib/modules, which `--source pipe:` would play. Plain sh, and the very first step.

# Puts /dev/null where standard input, output or error is closed.
fill_descriptors() {
  { true 9>&2; } || exec 2>/dev/null
  { true 9<&0; } 2>/dev/null || exec </dev/null
  { true 9>&1; } 2>/dev/null || exec >/dev/null
}
