"""Pintu peladen yang jamnya dapat digeser."""

from dpmd.wsgi import application
from tests.galat.jam import pasang

__all__ = ["application"]
pasang()
