(section) @region.whole
[(fenced_code_block) (list) (block_quote) (pipe_table)] @region
(html_block) @comment
