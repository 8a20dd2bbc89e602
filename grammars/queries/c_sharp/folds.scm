[(declaration_list) (enum_member_declaration_list) (block) (switch_body) (initializer_expression) (accessor_list)] @region
(comment) @comment
(using_directive) @imports
