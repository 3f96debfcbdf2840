#!/usr/bin/env bash
aws cloudformation deploy --stack-name reports --template-file template.yaml
name=$(aws cloudformation describe-stack-resource --stack-name reports --logical-resource-id MakeTables \
  --query StackResourceDetail.PhysicalResourceId --output text)
aws lambda invoke --function-name "$name" /dev/null
