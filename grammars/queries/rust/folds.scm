[(block) (declaration_list) (field_declaration_list) (enum_variant_list) (match_block) (field_initializer_list) (use_list) (token_tree) (array_expression) (arguments)] @region
[(line_comment) (block_comment)] @comment
(use_declaration) @imports
