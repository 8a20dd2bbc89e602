; What the grammar takes and Rust does not: https://doc.rust-lang.org/reference/. How this is written: ../checks.md.

; Only a function without a body may have parameters without a name, and that in the edition of 2015.
((function_item parameters: (parameters (type_identifier) @missing)) @_ (#set! message "expected ': type' after the parameter '{name}'"))

(block) @in.block

; ---- items ----

([
  (let_declaration pattern: (identifier) @reserved)
  (parameter pattern: (identifier) @reserved)
  (function_item name: (identifier) @reserved)
  (function_signature_item name: (identifier) @reserved)
  (struct_item name: (type_identifier) @reserved)
  (enum_item name: (type_identifier) @reserved)
  (trait_item name: (type_identifier) @reserved)
  (enum_variant name: (identifier) @reserved)
  (field_declaration name: (field_identifier) @reserved)
  (mod_item name: (identifier) @reserved)
  (const_item name: (identifier) @reserved)
  (static_item name: (identifier) @reserved)
] @_ (#set! message "'{name}' is a reserved word and cannot be a name: write 'r#{name}'"))
((enum_variant name: (identifier) @rejected) @_ (#eq? @rejected "_") (#set! message "expected a name: '_' is none"))
([(struct_item body: (field_declaration_list)) (enum_item) (function_item) (impl_item) (trait_item) (mod_item body: (_))] @_ . (empty_statement) @unexpected (#set! outside "block") (#set! message "unexpected ';': an item with braces ends with them"))
([
  (function_modifiers "async" . "const" @rejected)
  (function_modifiers "unsafe" . ["async" "const"] @rejected)
  (function_modifiers (extern_modifier) . ["async" "const" "unsafe"] @rejected)
] @_ (#set! message "'{name}' comes earlier: 'const', 'async', 'unsafe' and 'extern' stand in this order"))
((parameters [(parameter) (self_parameter)] . (self_parameter) @rejected) @_ (#set! message "'self' must be the first parameter"))
([(function_item) (struct_item) (enum_item) (impl_item) (trait_item) (use_declaration) (mod_item) (const_item) (static_item) (macro_invocation)] @_ . [
  (inner_attribute_item)
  (line_comment (inner_doc_comment_marker))
  (block_comment (inner_doc_comment_marker))
] @rejected (#set! message "'{name}' speaks of what it stands in, and comes first there"))

; ---- expressions ----

((binary_expression left: (binary_expression operator: ["==" "!=" "<" ">" "<=" ">="]) operator: ["==" "!=" "<" ">" "<=" ">="] @rejected) @_ (#set! message "comparisons do not chain: join them with '&&', or put one into parentheses"))
((field_initializer_list (base_field_initializer) . "," @unexpected) @_ (#set! message "unexpected ',': what the rest is taken from comes last"))
((arguments . "," @unexpected) @_ (#set! message "unexpected ',': nothing stands before it"))
((let_declaration value: [(loop_expression) (while_expression) (for_expression) (match_expression) (block) (unsafe_block) (if_expression) (struct_expression)] "else" @rejected) @_
  (#set! message "a value that ends with '}' stands in parentheses before 'else'"))

; ---- literals ----

((escape_sequence) @literal (#not-match? @literal "^\\\\([nrt0\\\\'\"]|x[0-9a-fA-F][0-9a-fA-F]|u\\{([0-9a-fA-F]_*){1,6}\\}|\\s)") (#set! message "there is no escape '{name}'"))
((char_literal) @literal (#match? @literal "^b?''$") (#set! message "expected a character between the quotes"))
