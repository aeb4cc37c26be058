# What goes into the program, by content.

# macOS has no sha256sum.
if command -v sha256sum >/dev/null; then sum_of_files=(sha256sum); else sum_of_files=(shasum -a 256); fi

# A line for each file that goes into the program, its sum and its name, in the order of the names. The
# checkout must be the current folder.
source_sums() {
  find pom.xml app/pom.xml app/src/main signaling-embedded/pom.xml signaling-embedded/src/main \
    docs/user-guide.md docs/images \
    -type f -exec "${sum_of_files[@]}" {} + | LC_ALL=C sort -k 2
}
