; See ../embedded.md.

((fenced_code_block (info_string)? @info (code_fence_content)? @content) @region (#set! form "fence"))
((minus_metadata) @content @region (#set! form "frontMatter") (#set! language "yaml"))
((plus_metadata) @content @region (#set! form "frontMatter") (#set! language "toml"))
