"""Pohon sumber kecil yang bersih, dan pelanggaran tiap aturan yang ditanam padanya."""

CLEAN = {
    "core/angka.py": "from decimal import Decimal\n\nNOL = Decimal(0)\n\n\nclass Desa:\n    pass\n",
    "core/models.py": "from django.db import models\n",
    "core/audit.py": "from core.models import models\n",
    "accounts/roles.py": '"""Hak."""\nfrom enum import StrEnum\n',
    "documents/models.py": "from core.models import models\nfrom documents import jenis\n",
    "documents/jenis.py": "import json\n",
    "documents/pencetak.py": "def write():\n    import weasyprint\n    return weasyprint\n",
    "core/spreadsheet.py": "import xlsxwriter\n",
    "idm/scoring.py": "from core.angka import NOL\n",
    "idm/pembaca.py": "from openpyxl import load_workbook\n",
    "kinerja/perencanaan/__init__.py": "",
    "kinerja/naskah/pendaftaran.py": "",
    "kinerja/naskah/lkjip/isi.py": "",
    "kinerja/naskah/lkjip/lembar.py": "",
    "kinerja/models/__init__.py": "from kinerja.models.renstra import Sasaran\n",
    "kinerja/models/renstra.py": "from documents.models import models\n\nSasaran = models\n",
    "kinerja/views.py": "from kinerja.models import Sasaran\n",
    "templates/core/list.html": "<p></p>\n",
}
SAVE = "class A:\n    def save(self, *args):\n        {}\n        super().save(*args)\n"

# berkas yang ditanam, isinya, potongan kalimat yang diharapkan
PLANTED = {
    "paket ke kanan": (
        "core/forms.py",
        "from accounts.models import User\n",
        "paket accounts di kanan core",
    ),
    "paket ke kanan di dalam fungsi": (
        "documents/actions.py",
        "def f():\n    from kinerja import models\n    return models\n",
        "paket kinerja di kanan documents",
    ),
    "paket ke kanan lewat import biasa": (
        "idm/views.py",
        "import kinerja.models\n",
        "paket kinerja di kanan idm",
    ),
    "paket ke kanan lewat import_module": (
        "villages/actions.py",
        'from importlib import import_module\n\nm = import_module("idm.models")\n',
        "paket idm di kanan villages",
    ),
    "paket ke kanan dalam migrasi": (
        "core/migrations/0001_x.py",
        "import idm.models\n",
        "paket idm di kanan core",
    ),
    "isi laporan berupa kamus": (
        "idm/reports/jalan.py",
        "from typing import Any\n\n\ndef jalan(row: int) -> dict[str, Any]:\n    return {}\n",
        "isi laporan dict[str, Any], bukan dataclass",
    ),
    "isi laporan berupa kamus bernama": (
        "kinerja/dasbor/reports/uang.py",
        "from typing import Any\n\nIsi = dict[str, Any]\n",
        "isi laporan dict[str, Any], bukan dataclass",
    ),
    "lapis ke kanan": (
        "kinerja/actions.py",
        "from kinerja import views\n",
        "views di kanan actions",
    ),
    "kamar ke kanan di dalam fungsi": (
        "kinerja/models/program.py",
        "def f():\n    from kinerja.views import x\n    return x\n",
        "kamar di kanannya",
    ),
    "lapis tanpa tempat": ("idm/mesin.py", "import json\n", "lapis mesin tidak punya tempat"),
    "kode di pengumpul": ("kinerja/perencanaan/__init__.py", "x = 1\n", "__init__.py berisi kode"),
    "kelas kembar": (
        "core/periode.py",
        "class Desa:\n    pass\n",
        "kelas Desa juga ada di core/angka.py",
    ),
    "kelas dalam yang kembar": (
        "core/periode.py",
        "class Masa:\n    class Desa:\n        pass\n",
        "kelas Desa juga ada di core/angka.py",
    ),
    "kelas kembar pada satu berkas": (
        "core/periode.py",
        "class A:\n    class Jenis:\n        pass\n\n\nclass B:\n    class Jenis:\n        pass\n",
        "kelas Jenis lebih dari sekali",
    ),
    "nama kabur": ("kinerja/utils.py", "import json\n", "nama utils tidak mengatakan isinya"),
    "murni memakai Django": (
        "idm/scoring.py",
        "def f():\n    import django\n    return django\n",
        "mengimpor django",
    ),
    "murni memakai yang tidak murni": (
        "core/periode.py",
        "from core import models\n",
        "mengimpor core.models",
    ),
    "murni memakai pustaka luar": ("idm/planner.py", "import pandas\n", "mengimpor pandas"),
    "murni menurut pola": ("kinerja/aturan/capaian.py", "import django\n", "mengimpor django"),
    "kamar ke kanan": (
        "kinerja/tahun/pohon.py",
        "from kinerja import perencanaan\n",
        "kamar di kanannya",
    ),
    "kamar naskah ke kanan": (
        "kinerja/naskah/dasar/lembar.py",
        "from kinerja.naskah.lkjip import isi\n",
        "kamar di kanannya",
    ),
    "kamar mengimpor pengumpulnya": (
        "kinerja/naskah/lkjip/reports.py",
        "def f():\n    from kinerja.naskah import pendaftaran\n    return pendaftaran\n",
        "kamar di kanannya",
    ),
    "lapis di dalam kamar": (
        "kinerja/naskah/lkjip/isi.py",
        "from kinerja.naskah.lkjip import lembar\n",
        "lembar di kanan isi",
    ),
    "kamar tanpa lapis": (
        "kinerja/naskah/lkjip/mesin.py",
        "import json\n",
        "lapis mesin tidak punya tempat",
    ),
    "murni memakai float": ("core/angka.py", "SETENGAH = 0.5\n", "memakai float"),
    "murni memanggil float": ("core/angka.py", "x = float(1)\n", "memakai float"),
    "WeasyPrint di tempat lain": (
        "kinerja/reports.py",
        "def f():\n    from weasyprint import HTML\n    return HTML\n",
        "weasyprint hanya boleh di documents/pencetak.py",
    ),
    "XlsxWriter di tempat lain": (
        "idm/reports.py",
        "import xlsxwriter\n",
        "xlsxwriter hanya boleh",
    ),
    "Workbook di tempat lain": (
        "idm/reports.py",
        "from openpyxl import Workbook\n",
        "XLSX hanya ditulis",
    ),
    "Workbook lewat modul": (
        "idm/reports.py",
        "import openpyxl\n\nb = openpyxl.Workbook()\n",
        "XLSX hanya ditulis",
    ),
    "sinyal": (
        "accounts/models.py",
        "from django.db.models.signals import post_save\n",
        "mengimpor sinyal",
    ),
    "penerima sinyal": (
        "accounts/apps.py",
        "from django.dispatch import receiver\n",
        "mengimpor sinyal",
    ),
    "metode mendahului sifat": (
        "villages/models.py",
        "class A:\n    class Meta:\n        pass\n\n    def clean(self):\n        pass\n\n"
        "    @property\n    def sebutan(self):\n        return 1\n",
        "sebutan salah urutan di A",
    ),
    "__str__ mendahului Meta": (
        "villages/models.py",
        "class A:\n    def __str__(self):\n        pass\n\n    class Meta:\n        pass\n",
        "Meta salah urutan di A",
    ),
    "save() ditimpa": ("villages/models.py", SAVE.format("self.nama = 1"), "save() ditimpa"),
    "save() bercabang dua": (
        "villages/models.py",
        SAVE.format("if x:\n            y = 1"),
        "save() ditimpa",
    ),
    "menyimpan sendiri": (
        "kinerja/actions.py",
        "def f(row):\n    row.save()\n",
        "row.save() menulis tanpa lewat",
    ),
    "menghapus sendiri": (
        "kinerja/views.py",
        "def f(row):\n    row.delete()\n",
        "row.delete() menulis tanpa lewat",
    ),
    "membuat lewat pengelola": (
        "idm/actions.py",
        "def f(model):\n    model.objects.create(tahun=1)\n",
        "model.objects.create() menulis tanpa lewat core/door.py",
    ),
    "menulis banyak": (
        "idm/actions.py",
        "def f(model, rows):\n    model.objects.bulk_create(rows)\n",
        "bulk_create() menulis tanpa lewat",
    ),
    "mengubah lewat kumpulan": (
        "villages/actions.py",
        "def f(rows):\n    rows.filter(pk=1).update(nama='x')\n",
        "update() menulis tanpa lewat",
    ),
    "membuat bila belum ada": (
        "dpmd/views.py",
        "def f(model):\n    return model.objects.get_or_create(pk=1)\n",
        "get_or_create() menulis tanpa lewat",
    ),
    "menyimpan formulir": (
        "idm/views.py",
        "def f(form):\n    form.save()\n",
        "form.save() menulis tanpa lewat",
    ),
    "menyimpan formulir dengan commit": (
        "idm/views.py",
        "def f(form):\n    form.save(commit=True)\n",
        "form.save() menulis tanpa lewat",
    ),
    "pintu palsu": (
        "idm/views.py",
        "def f(self, row):\n    self.door.save(row)\n",
        "self.door.save() menulis tanpa lewat",
    ),
    "perkecualian di berkas lain": (
        "documents/actions.py",
        "def f(Group):\n    Group.objects.get_or_create(name='x')\n",
        "Group.objects.get_or_create() menulis tanpa lewat",
    ),
}
# satu pernyataan yang menulis di luar pintu, dan yang disebut tentangnya
WRITING = {
    "row.save_base()": "row.save_base()",
    "form.save_m2m()": "form.save_m2m()",
    "Desa.save(row)": "Desa.save()",
    "rows.update(nama='x')": "rows.update()",
    "rows._raw_delete('default')": "rows._raw_delete()",
    "rows.bulk_update([row], ['nama'])": "rows.bulk_update()",
    "rows.update_or_create(pk=1)": "rows.update_or_create()",
    "rows.abulk_create([row])": "rows.abulk_create()",
    "rows.update(save=False)": "rows.update()",
    "user.groups.add(row)": "user.groups.add()",
    "user.groups.set([row])": "user.groups.set()",
    "desa.lembaga_set.clear()": "desa.lembaga_set.clear()",
    "connection.cursor().execute('DELETE FROM x')": "connection.cursor()",
    "rows.raw('UPDATE x')": "rows.raw()",
    "hapus = row.delete": "row.delete()",
    "transaction.on_commit(row.delete)": "row.delete()",
    "getattr(row, 'save')()": "getattr(row, 'save')()",
    "methodcaller('delete')(row)": "methodcaller('delete')()",
    "door.save(row)": "door.save()",
    "(door := rows).create()": "(door := rows).create()",
    "super().save()": "super().save()",
}
