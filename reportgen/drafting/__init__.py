"""Writes the templates that are shipped, from `standard`: what a clerk then edits in Word or WPS.

Every format stands in a named style; the text of a template holds nothing but words and tags.
"""
