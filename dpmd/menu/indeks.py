"""Halaman IDM dan Indeks Desa."""

from dpmd.menu.butir import Item
from dpmd.menu.peran import ADMIN, DINAS, OPERATOR, PENGISI, PIMPINAN

INDEKS_DESA: tuple[str, tuple[Item, ...]] = (
    "Indeks Desa",
    (
        Item("Gambaran IDM", "idm:gambaran", "idm.view_idmdesa", PIMPINAN),
        Item("Peringkat desa", "idm:peringkat", "idm.view_idmdesa"),
        Item("IDM desa", "idm:idmdesa_list", "idm.view_idmdesa"),
        Item("Impor IDM", "idm:idm_impor", "idm.add_idmdesa"),
        Item("Impor Indeks Desa", "idm:indeks_impor", "idm.add_indeksdesa"),
        Item("Impor rumusan", "idm:rumusan_impor", "idm.add_idmdesa"),
        Item("Jalan ke status berikutnya", "idm:perencana", "idm.view_idmdesa"),
        Item("Aspek lemah dan usul", "kinerja:usul_langkah", "idm.view_usullangkah"),
        Item("Isian IDM", "idm:isian_daftar", "idm.view_isianidm", PENGISI),
        Item("Kisi desa × indikator", "idm:isian_grid", "idm.view_isianidm", OPERATOR),
        Item("Penetapan status desa", "idm:penetapanidm_list", "idm.view_penetapanidm", DINAS),
        Item("Indeks Desa", "idm:indeksdesa_list", "idm.view_indeksdesa"),
        Item("Isi Indeks Desa", "idm:poin_grid", "idm.view_poindimensi"),
        Item("Biaya langkah", "idm:biaya_grid", "idm.view_biayalangkah"),
        Item("IDM terbitan", "idm:terbitanidm_list", "idm.view_terbitanidm"),
        Item("Rekap status", "idm:rekapstatus_list", "idm.view_rekapstatus"),
        Item("Instrumen", "idm:instrumen_list", "idm.view_instrumen", ADMIN),
    ),
)
