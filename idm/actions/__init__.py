"""Perubahan data IDM atas banyak desa."""

from idm.actions.hitung import recompute

__all__ = ["recompute"]
