"""Menu menurut peran, dan semua halaman yang boleh dibuka."""

from dpmd.menu.butir import Item
from dpmd.menu.isi import MENU
from dpmd.menu.pilih import Peran, sehari_hari, terbuka

__all__ = ["MENU", "Item", "Peran", "sehari_hari", "terbuka"]
