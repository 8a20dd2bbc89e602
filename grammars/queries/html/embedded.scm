; See ../embedded.md.

((script_element (start_tag) @tag (raw_text) @content (end_tag)) @region (#set! form "element") (#set! language "javascript"))
((style_element (start_tag) @tag (raw_text) @content (end_tag)) @region (#set! form "element") (#set! language "css"))
