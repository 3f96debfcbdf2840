#!/bin/sh
set -e
image=$(packer build -machine-readable worker.json | awk -F: '/artifact,0,id/ { print $NF }')
echo "variable \"worker_image\" { default = \"$image\" }" > image.tf
terraform apply
