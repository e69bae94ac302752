"""Reports of a checked or reviewed comparison: HTML, PDF, DOCX, CSV, XLSX, Markdown, JSON, ClaimReview, annotations."""
