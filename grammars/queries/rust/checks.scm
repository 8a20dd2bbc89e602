; What the grammar takes and Rust does not: https://doc.rust-lang.org/reference/. How this is written: ../checks.md.

; Only a function without a body may have parameters without a name, and that in the edition of 2015.
((function_item parameters: (parameters (type_identifier) @missing)) @_ (#set! message "expected ': type' after the parameter '{name}'"))
