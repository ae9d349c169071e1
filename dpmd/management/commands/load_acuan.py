from typing import Any

from django.core.management.base import BaseCommand

from dpmd.actions import is_kosong, load_acuan


class Command(BaseCommand):
    """Acuan rilis ini bagi pemasangan yang sudah berkantor; dijalankan `bin/upgrade`."""

    help = (
        "Muat acuan bersama yang dibawa rilis ini: peraturan diperbarui, edisi instrumen, skala "
        "dan pedoman yang belum ada ditambah. Yang sudah ada tidak disentuh."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Tanpa kantor belum perlu: dimuat ketika kantor pertama dibuka."""
        if is_kosong():
            self.stdout.write("Belum ada kantor; acuannya dimuat saat kantor pertama dibuka.")
            return
        for nama, hasil in load_acuan(by="perintah load_acuan"):
            self.stdout.write(f"{nama}: {hasil}")
