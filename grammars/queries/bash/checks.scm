; What the grammar takes and Bash does not: https://www.gnu.org/software/bash/manual/bash.html#Shell-Grammar. How this is written: ../checks.md.

; A keyword of a block where a command starts, behind neither an assignment nor a redirection.
((command . name: (command_name . (word) @reserved .)) @_ (#set! message "'{name}' belongs to no block that is open here"))

; Blocks without a command.
([
  (do_group "do" @empty . "done")
  (do_group "do" @empty . (comment) . "done")
  (if_statement "then" @empty . "fi")
  (if_statement "then" @empty . (comment) . "fi")
  (if_statement "then" @empty . [(elif_clause) (else_clause)])
  (elif_clause "then" @empty .)
  (else_clause "else" @empty .)
  (compound_statement "{" @empty . "}")
  (subshell "(" @empty . ")")
] @_ (#set! message "expected a command after '{name}'"))
