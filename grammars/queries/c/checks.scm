; What the grammar takes and C does not: C23, https://www.open-std.org/jtc1/sc22/wg14/www/docs/n3220.pdf. How this is written: ../checks.md.

((preproc_call directive: (preproc_directive) @unexpected) @_ (#set! check "c-directive") (#set! message "{name}"))

; A keyword with a typing error is a type for the grammar.
((declaration type: (type_identifier) @unexpected) @_ (#set! check "c-keyword-swapped") (#set! message "{name}"))
((declaration type: (sized_type_specifier (type_identifier) @unexpected)) @_ (#set! check "c-keyword-swapped") (#set! message "{name}"))
((function_definition type: (type_identifier) @unexpected declarator: [(identifier) (parenthesized_declarator)]) @_ (#set! check "c-keyword") (#set! message "{name}"))
((expression_statement (call_expression function: (identifier) @unexpected)) @_ (#set! check "c-keyword-swapped") (#set! message "{name}"))
((declaration type: (macro_type_specifier name: (identifier) @unexpected)) @_ (#set! check "c-keyword") (#set! message "{name}"))

; Two calls on lines of their own, and no semicolon between: a declaration for the grammar.
(function_definition body: (compound_statement) @in.body)
((declaration type: (macro_type_specifier) @missing) @_declaration
  (#match? @_declaration "^[a-z_]\\w*[ \t]*\\([^()]*\\)[ \t]*\\r?\\n") (#set! inside "body") (#set! message "expected ';' after '{name}'"))

; A name beside a string is a macro, which nobody writes in small letters.
((concatenated_string (identifier) @missing) @_ (#match? @missing "^[a-z][a-z0-9_]*$") (#set! message "expected ',' between '{name}' and the string"))

((initializer_list . "," @unexpected) @_ (#set! message "unexpected ',': nothing stands before it"))
