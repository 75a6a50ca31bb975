@echo off
rem Starts OZJ Desktop; sets up first what is missing. The Windows twin of run.sh.
rem Written with care, but NOT RUN ON WINDOWS by us: tell us what you find.
setlocal
if /i "%~1"=="--help" call :remark
if /i "%~1"=="-h" call :remark
if "%~1"=="/?" call :remark
if "%~1"=="/?" exit /b 0
call "%~dp0common.cmd" requirements.txt
if errorlevel 1 exit /b 1
"%PYTHON%" -P -m ozj_desktop %*
exit /b %errorlevel%

:remark
echo packaging\run.cmd [BESTAND.ozj] opent OZJ Desktop; zonder bestand het voorbeelddossier.
echo Let op: dit script is door de makers nog niet op Windows uitgevoerd.
exit /b 0
