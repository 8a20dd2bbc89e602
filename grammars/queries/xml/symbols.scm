(element [(STag (Name) @name) (EmptyElemTag (Name) @name)]) @field
