(section (atx_heading heading_content: (_) @name)) @text
(section (setext_heading heading_content: (_) @name)) @text
