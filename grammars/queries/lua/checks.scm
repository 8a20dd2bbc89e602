; What the grammar takes and Lua does not: https://www.lua.org/manual/5.4/manual.html. How this is written: ../checks.md.

[(function_declaration) (function_definition)] @in.function
[(function_declaration parameters: (parameters (vararg_expression))) (function_definition parameters: (parameters (vararg_expression)))] @in.vararg
[(while_statement) (repeat_statement) (for_statement)] @in.loop

(block) @in.block

((identifier) @reserved (#set! message "'{name}' is a reserved word and cannot be a name"))
((break_statement) @rejected (#set! outside "loop") (#set! until "function") (#set! message "'break' stands outside of a loop"))
((vararg_expression) @rejected (#set! inside "function") (#set! outside "vararg") (#set! until "function") (#set! message "this function takes no '...'"))
((label_statement (identifier) @duplicate) @_ (#set! unique "block") (#set! group "label") (#set! message "the label '{name}' is there twice") (#set! related "it is here first"))
((attribute (identifier) @rejected) @_ (#not-any-of? @rejected "const" "close") (#set! message "a variable is '<const>' or '<close>': there is no '<{name}>'"))
((variable_list (attribute) @_first (attribute) @rejected) @_ (#match? @_first "close") (#match? @rejected "close") (#set! message "one variable of a statement can be '<close>'"))
