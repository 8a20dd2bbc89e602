; What the grammar takes and Swift does not: https://docs.swift.org/swift-book/documentation/the-swift-programming-language/summaryofthegrammar/. How this is written: ../checks.md.

; ---- names ----

([
  (property_declaration name: (pattern bound_identifier: (simple_identifier) @reserved))
  (enum_entry name: (simple_identifier) @reserved)
  (function_declaration name: (simple_identifier) @reserved)
  (protocol_function_declaration name: (simple_identifier) @reserved)
  (class_declaration name: (type_identifier) @reserved)
  (protocol_declaration name: (type_identifier) @reserved)
  (associatedtype_declaration name: (type_identifier) @reserved)
  (typealias_declaration name: (type_identifier) @reserved)
] @_ (#set! message "'{name}' is a reserved word: as a name it stands between backticks")
  (#or!) (#eq? @reserved "_") (#set! message "'_' names nothing that can be used: expected a name"))
((parameter external_name: (simple_identifier) @unexpected) @_ (#eq? @unexpected "inout") (#set! message "'{name}' stands before the type, behind ':'"))
((property_declaration name: (pattern "?" @unexpected)) @_ (#set! message "unexpected '?': a declaration takes no value out of an optional, as 'if let' and 'guard let' do"))

; ---- declarations ----

((operator_declaration (deprecated_operator_declaration_body) @unexpected) @_ (#set! message "an operator is declared without a body: what it is like is told by a precedence group"))
((subscript_declaration ")" @missing . (computed_property)) @_ (#set! message "expected '->' and the type of the values"))
((getter_specifier (throws) . "async" @unexpected) @_ (#set! message "'async' stands before 'throws'"))

((attribute) @unexpected (#match? @unexpected "^@\\s") (#set! message "a blank behind '@': the name of the attribute follows at once"))

; ---- conditions ----

([
  (if_statement "if" . condition: (lambda_literal "{" @missing))
  (while_statement "while" . condition: (lambda_literal "{" @missing))
  (switch_statement expr: (lambda_literal "{" @missing))
  (if_statement "if" . condition: (call_expression . (lambda_literal "{" @missing)))
  (while_statement "while" . condition: (call_expression . (lambda_literal "{" @missing)))
  (repeat_while_statement condition: (call_expression . (lambda_literal "{" @missing)))
] @_ (#set! message "expected a condition before '{'"))
((guard_statement condition: (call_expression (call_suffix (lambda_literal "{" @missing))) "{" @_body) @_ (#set! message "expected 'else' before '{': a closure behind a condition stands in parentheses"))
((availability_condition "#" @rejected) @_ (#match? @rejected "^!") (#set! message "'#available' cannot be negated: write '#unavailable', or the other way around"))

; ---- expressions ----

((try_expression expr: (simple_identifier) @unexpected) @_ (#any-of? @unexpected "throw" "return") (#set! message "unexpected '{name}' after 'try': 'try' stands before the value"))

((assignment result: (call_expression . [(integer_literal) (real_literal) (boolean_literal) (regex_literal)] . (call_suffix (lambda_literal "{" @unexpected)))) @_ (#set! message "unexpected '{': a literal takes no closure"))

; ---- literals ----

((raw_string_literal) @rejected (#match? @rejected "^#+\"\"\"[ \t]*[^ \t\r\n\"][^\r\n]*\r?\n") (#set! message "the text of a string starts on the line after '\"\"\"'"))
((multi_line_string_literal text: (multi_line_str_text) @rejected) @_ (#match? @_ "^\"\"\"[ \t]*[^ \t\\r\\n]") (#set! message "the text of a string starts on the line after '\"\"\"'"))
((prefix_expression operation: "." @literal target: (integer_literal)) @_ (#set! message "a number does not start with '.': write '0.' before the digits"))
((regex_literal) @literal (#match? @literal "^/[ \t]") (#set! message "a regular expression does not start with a blank: write '#/ … /#' around it"))
