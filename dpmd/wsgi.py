"""Pintu peladen; setelan yang tidak aman menghentikannya sebelum melayani siapa pun."""

import os

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dpmd.settings")
application = get_wsgi_application()
call_command("check", fail_level="ERROR")
