"""Which documents there are: a kind is a folder with kind.yaml and template.docx."""
