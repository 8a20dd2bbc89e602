; What JavaScript's and TypeScript's grammars both take and neither language does. How this is written: ../checks.md.

; A comma without anything before it, which only arrays and their patterns may have.
([
  (arguments "," . "," @unexpected)
  (arguments . "," @unexpected)
  (object "," . "," @unexpected)
  (object . "," @unexpected)
  (object_pattern "," . "," @unexpected)
  (object_pattern . "," @unexpected)
  (named_imports . "," @unexpected)
  (export_clause . "," @unexpected)
] @_ (#set! message "unexpected ',': nothing stands before it"))

; With arguments, a line break before them may end the statement.
([(call_expression function: (arrow_function) @rejected arguments: (arguments "(" . ")")) (member_expression object: (arrow_function) @rejected)] @_ (#set! message "put the arrow function into parentheses"))

((number) @literal (#not-match? @literal "^(0[xX][0-9a-fA-F]+(_[0-9a-fA-F]+)*n?|0[oO][0-7]+(_[0-7]+)*n?|0[bB][01]+(_[01]+)*n?|0[0-7]+|0[0-9]*[89][0-9]*(\\.[0-9]*)?([eE][+-]?[0-9]+)?|(0|[1-9][0-9]*(_[0-9]+)*)n|(([0-9]|[1-9][0-9]*(_[0-9]+)*)(\\.([0-9]+(_[0-9]+)*)?)?|\\.[0-9]+(_[0-9]+)*)([eE][+-]?[0-9]+(_[0-9]+)*)?)$")
  (#set! message "'{name}' is no number"))
