"""Isi tiap sumber API, dan uraian OpenAPI-nya."""
