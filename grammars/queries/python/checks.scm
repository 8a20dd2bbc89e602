; What the grammar takes and CPython does not. Captures: the code's name; #set! message: what a person reads.

((print_statement) @rejected (#set! message "Python 3 prints by a call: print(...)"))
((exec_statement) @rejected (#set! message "Python 3 executes by a call: exec(...)"))
