"""Any .docx judged as a strict secretary would: page, language, agreement of the documents, disclosure."""
