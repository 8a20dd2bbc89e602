; What the grammar takes and C++ does not: https://eel.is/c++draft/. How this is written: ../checks.md.

((preproc_call directive: (preproc_directive) @unexpected) @_ (#set! check "c-directive") (#set! message "{name}"))

; A keyword with a typing error is a type for the grammar.
((declaration type: (type_identifier) @unexpected) @_ (#set! check "c-keyword-swapped") (#set! message "{name}"))
((declaration type: (sized_type_specifier (type_identifier) @unexpected)) @_ (#set! check "c-keyword-swapped") (#set! message "{name}"))
((function_definition type: (type_identifier) @unexpected declarator: [(identifier) (parenthesized_declarator)]) @_ (#set! check "c-keyword") (#set! message "{name}"))
((expression_statement (call_expression function: (identifier) @unexpected)) @_ (#set! check "c-keyword-swapped") (#set! message "{name}"))

; Among members what has no type is a constructor.
(field_declaration_list) @in.members
(function_definition body: (compound_statement) @in.body)
((function_definition !type declarator: (function_declarator declarator: (identifier) @unexpected)) @_
  (#set! check "c-head") (#set! outside "members") (#set! until "body") (#set! message "{name}"))

; A name beside a string is a macro, which nobody writes in small letters.
((concatenated_string (identifier) @missing) @_ (#match? @missing "^[a-z][a-z0-9_]*$") (#set! message "expected ',' between '{name}' and the string"))

((initializer_list . "," @unexpected) @_ (#set! message "unexpected ',': nothing stands before it"))
((function_definition !type declarator: (function_declarator declarator: (identifier) @unexpected)) @_
  (#any-of? @unexpected "catch" "if" "for" "while" "switch" "return" "sizeof") (#set! inside "members") (#set! until "body") (#set! message "unexpected '{name}': a statement stands in a function"))
((labeled_statement label: (statement_identifier) @rejected) @_ (#any-of? @rejected "public" "protected" "private") (#set! outside "body members") (#set! message "'{name}:' stands outside of any class"))
((field_declaration "virtual" default_value: (number_literal) @rejected) @_ (#not-eq? @rejected "0") (#set! message "expected '0': a virtual function has no other value"))
