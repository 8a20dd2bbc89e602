[(module) (class) (singleton_class) (method) (singleton_method) (do_block) (block) (if) (unless) (case) (when) (while) (until) (for) (begin) (hash) (array) (argument_list) (heredoc_body)] @region
(comment) @comment
