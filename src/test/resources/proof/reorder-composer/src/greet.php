<?php

require __DIR__ . "/../vendor/autoload.php";

echo "ready\n";
