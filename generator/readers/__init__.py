"""Readers beside the rules: a language model at an address, or whoever answers a prompt by hand.

They write answers; what becomes of an answer is the business of the door (`generator/grounding`).
"""
