from functools import cache
from typing import Any

from django.contrib.auth.backends import ModelBackend

from accounts.roles import allows

_allows = cache(allows)  # tabel hak tetap selama proses hidup; menu dan tiap tombol menanyakannya


class RoleBackend(ModelBackend):
    """Grup bernama peran memberi hak menurut tabel di `accounts.roles`."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return user_obj.is_active and any(_allows(role, perm) for role in user_obj.roles)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return self.has_perm(user_obj, f"{app_label}.view_any")
