; What the grammars take in JSX and its parsers do not. How this is written: ../checks.md.

; Names of elements may be any word.
[(jsx_opening_element name: (_) @in.foreign) (jsx_closing_element name: (_) @in.foreign) (jsx_self_closing_element name: (_) @in.foreign)] @_

((jsx_element open_tag: (jsx_opening_element name: (_) @_open) @related close_tag: (jsx_closing_element name: (_) @name) @tag) @_ (#not-eq? @name @_open) (#set! innermost "")
  (#set! message "'</{name}>' does not close '{related}'{where}") (#set! related "this is open"))
((jsx_element open_tag: (jsx_opening_element !name) @related close_tag: (jsx_closing_element name: (_) @name) @tag) @_ (#set! innermost "") (#set! message "'</{name}>' does not close '<>'{where}") (#set! related "this is open"))
((jsx_element open_tag: (jsx_opening_element name: (_) @name) @related close_tag: (jsx_closing_element !name) @tag) @_ (#set! innermost "") (#set! message "'</>' does not close '<{name}>'{where}") (#set! related "this is open"))
([
  (jsx_attribute (jsx_expression . "{" . "}") @missing)
  (jsx_attribute (jsx_expression "{" . (comment) . "}") @missing)
] @_ (#set! message "expected a value between the braces"))
([
  (jsx_opening_element attribute: (jsx_expression "{" . [(identifier) (member_expression) (call_expression) (string) (number) (arrow_function) (template_string)] @rejected))
  (jsx_self_closing_element attribute: (jsx_expression "{" . [(identifier) (member_expression) (call_expression) (string) (number) (arrow_function) (template_string)] @rejected))
] @_ (#set! message "expected '...' or, before the brace, an attribute's name and '='"))
((jsx_element (html_comment) @rejected) @_ (#set! message "a comment between tags is written '{/* … */}'"))
