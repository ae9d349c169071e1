"""Baris dan bukti di balik angka naskah kinerja, untuk bundel buktinya."""

SUB = "sub_kegiatan__kegiatan__program__tahun"
INDIKATOR = (
    ("kinerja.DefinisiTahun", "tahun"),
    ("kinerja.Target", "tahun"),
    ("kinerja.Realisasi", "tahun"),
    ("idm.IdmDesa", "tahun"),
    ("idm.RekapStatus", "tahun"),
    ("villages.RekapLembaga", "tahun"),
)
PROGRAM = (
    ("kinerja.Program", "tahun"),
    ("kinerja.Kegiatan", "program__tahun"),
    ("kinerja.SubKegiatan", "kegiatan__program__tahun"),
    ("kinerja.RencanaAksi", SUB),
    ("kinerja.PengukuranSub", SUB),
)
BUKTI_INDIKATOR = (("kinerja.BuktiRealisasi", "realisasi__tahun"),)
BUKTI_PROGRAM = (("kinerja.BuktiPengukuran", f"pengukuran__{SUB}"),)
