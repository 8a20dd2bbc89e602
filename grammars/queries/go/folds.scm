[(block) (field_declaration_list) (interface_type) (literal_value) (const_declaration) (var_declaration) (import_spec_list) (expression_switch_statement) (type_switch_statement) (select_statement) (argument_list)] @region
(comment) @comment
