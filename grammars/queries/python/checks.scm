; What the grammar takes and CPython does not: https://docs.python.org/3/reference/grammar.html. How this is written: ../checks.md.

; Statements of version 2; 'print >> a, b' is an expression today.
((print_statement "print" @unexpected . argument: (_)) @_ (#set! message "'print' is a function: what it takes stands in parentheses"))
((exec_statement "exec" @unexpected) @_ (#set! message "'exec' is a function: what it takes stands in parentheses"))
