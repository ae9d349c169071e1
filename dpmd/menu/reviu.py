"""Halaman meja Inspektorat."""

from dpmd.menu.butir import Item
from dpmd.menu.peran import DINAS, OPERATOR, PENGAWAS

REVIU = (
    "Reviu",
    (
        Item("Meja reviu", "kinerja:reviu_list", "kinerja.view_reviu", DINAS | PENGAWAS),
        Item("Catatan reviu", "kinerja:catatanreviu_list", "kinerja.view_catatanreviu"),
        Item(
            "Rekomendasi",
            "kinerja:rekomendasi_list",
            "kinerja.view_rekomendasi",
            DINAS | PENGAWAS,
        ),
        Item("Komitmen rapat", "kinerja:rekomendasi_komitmen", "kinerja.add_rekomendasi"),
        Item(
            "Evaluasi AKIP",
            "kinerja:evaluasiakip_list",
            "kinerja.view_evaluasiakip",
            OPERATOR | PENGAWAS,
        ),
        Item("Laporan Hasil Evaluasi", "kinerja:hasilevaluasi_list", "kinerja.view_hasilevaluasi"),
        Item("Catatan Hasil Reviu", "kinerja:hasilreviu_list", "kinerja.view_hasilreviu"),
        Item(
            "Pernyataan reviu",
            "kinerja:pernyataanreviu_list",
            "kinerja.view_pernyataanreviu",
        ),
        Item("Jadwal reviu", "kinerja:jadwalreviu_list", "kinerja.view_jadwalreviu"),
        Item("Pedoman reviu", "kinerja:pedomanreviu_list", "kinerja.view_pedomanreviu"),
        Item("Butir pedoman", "kinerja:butirpedoman_list", "kinerja.view_butirpedoman"),
        Item("Pedoman AKIP", "kinerja:pedomanakip_list", "kinerja.view_pedomanakip"),
        Item("Butir AKIP", "kinerja:butirakip_list", "kinerja.view_butirakip"),
        Item("Bukti AKIP", "kinerja:buktiakip_list", "kinerja.view_buktiakip"),
    ),
)
