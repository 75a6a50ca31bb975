@echo off
rem Runs the tests, without a window; sets up first what is missing. The Windows twin of test.sh.
rem Written with care, but NOT RUN ON WINDOWS by us. Some tests read files back with poppler's
rem pdftotext, which has to be on PATH.
setlocal
if /i "%~1"=="--help" call :remark
if /i "%~1"=="-h" call :remark
if "%~1"=="/?" call :remark
if "%~1"=="/?" exit /b 0
call "%~dp0common.cmd" requirements-dev.txt
if errorlevel 1 exit /b 1
cd /d "%ROOT%"
set "QT_QPA_PLATFORM=offscreen"
set "PYTHONUTF8=1"
"%PYTHON%" -P -m pytest %*
exit /b %errorlevel%

:remark
echo packaging\test.cmd voert de tests uit; wat erachter staat gaat naar pytest.
echo Let op: dit script is door de makers nog niet op Windows uitgevoerd.
exit /b 0
