"""A generator of static, multilingual foreign-information subportals."""

__version__ = "0.1.0"
