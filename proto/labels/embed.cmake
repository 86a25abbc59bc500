# Writes OUTPUT: a C++ file that holds each of FILES (relative to ROOT) as text.
set(text "#include \"proto/labels/labels.h\"\n\nnamespace waarborg::labels {\n\nconst EmbeddedFile kEmbeddedFiles[] = {\n")
foreach(file ${FILES})
  file(READ ${ROOT}/${file} content)
  string(APPEND text "    {\"${file}\", R\"waarborg(${content})waarborg\"},\n")
endforeach()
list(LENGTH FILES count)
string(APPEND text "};\nconst int kEmbeddedFileCount = ${count};\n\n}  // namespace waarborg::labels\n")
file(WRITE ${OUTPUT} "${text}")
